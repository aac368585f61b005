"""Pages of the desk: colleagues, invitations, and one's own account."""

from django.urls import path

from baken.accounts import me_views, people_views, postcode_views

app_name = "accounts"
urlpatterns = [
    path("mensen/", people_views.people, name="people"),
    path("mensen/uitnodigen/", people_views.invite, name="invite"),
    path("mensen/<uuid:pk>/", people_views.person, name="person"),
    path("mensen/<uuid:pk>/<slug:what>/", people_views.change, name="change"),
    path("gemeente/postcodes/", postcode_views.postcodes, name="postcodes"),
    path("ik/", me_views.me, name="me"),
    path("ik/toetsen/", me_views.shortcuts, name="shortcuts"),
    path("ik/afwezig/", me_views.absence, name="absence"),
]
