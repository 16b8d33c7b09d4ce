"""Addresses of the translation in the admin, below `/cms/traductions/`."""

from django.urls import path

from . import views

app_name = "localisation"
urlpatterns = [
    path("<int:page_id>/<slug:language>/commencer/", views.start, name="start"),
    path("<int:translation_id>/soumettre/", views.submit, name="submit"),
    path("<int:page_id>/decider/", views.decide, name="decide"),
]
