"""Pages of the desk: colleagues, invitations, and one's own account."""

from django.urls import path

from baken.ui.soon import soon

app_name = "accounts"
urlpatterns = [
    path("mensen/", soon, name="people"),
    path("mensen/uitnodigen/", soon, name="invite"),
    path("mensen/<uuid:pk>/", soon, name="person"),
    path("ik/", soon, name="me"),
]
