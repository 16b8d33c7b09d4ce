"""Addresses of the bundles in the admin, below `/cms/lots/`."""

from django.urls import path

from . import views

app_name = "bundles"
urlpatterns = [
    path("<int:bundle_id>/", views.contents, name="contents"),
    path("<int:bundle_id>/apercu/<int:item_id>/", views.preview, name="preview"),
    path("<int:bundle_id>/ajouter/", views.add, name="add"),
    path("<int:bundle_id>/retirer/<int:item_id>/", views.remove, name="remove"),
    path("<int:bundle_id>/publier/", views.publish, name="publish"),
    path("<int:bundle_id>/abandonner/", views.cancel, name="cancel"),
    path("<int:bundle_id>/prevenir/", views.notify, name="notify"),
]
