"""Pages of the desk about one report. The list beside it is made in the room `triage`; both stand under `inbox`."""

from django.urls import path

from baken.signals import desk_views

urlpatterns = [
    path("<uuid:pk>/", desk_views.record, name="record"),
    path("<uuid:pk>/wegen/", desk_views.weigh, name="weigh"),
    path("<uuid:pk>/antwoord/", desk_views.answer, name="answer"),
    path("<uuid:pk>/bijlage/<uuid:file>/", desk_views.file, name="file"),
    path("<uuid:pk>/notitie/", desk_views.note, name="note"),
]
