"""Pages of the desk: the inbox and one report."""

from django.urls import path

from baken.signals import desk_views

app_name = "inbox"
urlpatterns = [
    path("", desk_views.inbox, name="inbox"),
    path("<uuid:pk>/", desk_views.record, name="record"),
    path("<uuid:pk>/wegen/", desk_views.weigh, name="weigh"),
    path("<uuid:pk>/antwoord/", desk_views.answer, name="answer"),
    path("<uuid:pk>/bijlage/<uuid:file>/", desk_views.file, name="file"),
    path("<uuid:pk>/notitie/", desk_views.note, name="note"),
]
