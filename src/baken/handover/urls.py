"""Pages of handover, beside those of reports and of what was received."""

from django.urls import path

from baken.handover import mask_views, send_views, take_views

app_name = "handover"
urlpatterns = [
    path("meldingen/<uuid:pk>/doorsturen/", send_views.send, name="send"),
    path("meldingen/<uuid:pk>/afschermen/", mask_views.mask, name="mask"),
    path("meldingen/<uuid:pk>/afschermen/<uuid:group>/terug/", mask_views.lift, name="lift"),
    path("meldingen/<uuid:pk>/afschermen/<uuid:group>/wissen/", mask_views.erase, name="erase"),
    path("ontvangen/<uuid:pk>/overnemen/", take_views.take_over, name="take_over"),
]
