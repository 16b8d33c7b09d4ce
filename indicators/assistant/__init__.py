"""From a dropped file to a submitted update in four screens, inside Wagtail's own admin.

`screens` says what each page shows (values, no request); `views` let people in, call the services and render.
"""
