"""Pages of files of victims."""

from django.urls import path

from baken.care import clock_views, places, route_views, views

app_name = "care"
urlpatterns = [
    path("", views.files, name="list"),
    path("nieuw/", views.new, name="new"),
    path("termijnen/", clock_views.terms, name="terms"),
    path("termijnen/<slug:term>/", clock_views.confirm, name="confirm"),
    path("plaatsing/<uuid:pk>/", places.attach, name="attach"),
    path("<uuid:pk>/", views.file, name="file"),
    path("<uuid:pk>/wijzigen/", views.edit, name="edit"),
    path("<uuid:pk>/overdragen/", views.hand_over, name="hand_over"),
    path("<uuid:pk>/afsluiten/", views.close, name="close"),
    path("<uuid:pk>/heropenen/", views.reopen, name="reopen"),
    path("<uuid:pk>/route/", route_views.ask, name="route"),
    path("<uuid:pk>/route/kiezen/", route_views.choose, name="choose"),
    path("<uuid:pk>/route/<slug:question>/terug/", route_views.forget, name="forget"),
    path("<uuid:pk>/termijnen/", clock_views.timeline, name="clocks"),
    path("<uuid:pk>/gebeurtenis/", clock_views.happened, name="happened"),
    path("<uuid:pk>/gebeurtenis/<uuid:happening_pk>/terug/", clock_views.take_back, name="take_back"),
    path("<uuid:pk>/termijnen/<slug:term>/", clock_views.set_aside, name="set_aside"),
]
