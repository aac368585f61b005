"""Pages of meetings."""

from django.urls import path

from baken.meetings import agenda_views, live_views, minutes_views, views

app_name = "meetings"
urlpatterns = [
    path("", views.meetings, name="list"),
    path("nieuw/", views.plan, name="plan"),
    path("<uuid:pk>/", views.meeting, name="meeting"),
    path("<uuid:pk>/wijzigen/", views.change, name="change"),
    path("<uuid:pk>/mensen/", views.people, name="people"),
    path("<uuid:pk>/afzeggen/", views.cancel, name="cancel"),
    path("<uuid:pk>/agenda.ics", views.calendar, name="calendar"),
    path("<uuid:pk>/agenda/", agenda_views.add, name="add"),
    path("<uuid:pk>/agenda/<uuid:item_pk>/", agenda_views.change, name="change_item"),
    path("<uuid:pk>/agenda/<uuid:item_pk>/verplaatsen/", agenda_views.move, name="move"),
    path("<uuid:pk>/agenda/<uuid:item_pk>/weg/", agenda_views.drop, name="drop"),
    path("<uuid:pk>/begin/", live_views.begin, name="begin"),
    path("<uuid:pk>/casus/<uuid:item_pk>/openen/", live_views.door, name="open"),
    path("<uuid:pk>/casus/<uuid:item_pk>/", live_views.item, name="item"),
    path("<uuid:pk>/slot/", live_views.end, name="end"),
    path("<uuid:pk>/verslag/", minutes_views.choose, name="minutes"),
    path("<uuid:pk>/verslag/<slug:form>/", minutes_views.file, name="file"),
]
