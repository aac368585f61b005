"""Pages of the desk: other ways in for a report."""

from django.urls import path

from baken.intake import application_views, desk_views, import_views

app_name = "desk_intake"
urlpatterns = [
    path("zelf/", desk_views.from_work, name="from_work"),
    path("namens/", desk_views.for_somebody, name="for_somebody"),
    path("namens/code/", desk_views.code_given, name="code_given"),
    path("overnemen/", import_views.upload, name="import"),
    path("overnemen/sjabloon.<str:kind>", import_views.template, name="import_template"),
    path("overnemen/<uuid:pk>/", import_views.batch, name="import_batch"),
    path("koppelingen/", application_views.applications, name="applications"),
    path("koppelingen/<uuid:pk>/intrekken/", application_views.revoke, name="revoke"),
    path("links/", desk_views.links, name="links"),
    path("links/<uuid:pk>/intrekken/", desk_views.withdraw, name="withdraw_link"),
]
