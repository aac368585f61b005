"""Pages about what stands in cases of who asks."""

from django.urls import path

from baken.persons import views

app_name = "persons"
urlpatterns = [
    path("casussen/<uuid:pk>/verzoek/<uuid:found>/", views.judge, name="judge"),
    path("toezicht/verzoeken/<uuid:pk>/casus/", views.add, name="add"),
]
