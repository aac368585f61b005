"""Farid records which postcodes are Havenstad's."""

from baken.accounts.models import PostcodeRange
from baken.privacy.models import Trace

PAGE = "/werk/gemeente/postcodes/"


def test_farid_records_postcodes_and_sees_them_again(cast, signed_in):
    farid = signed_in(cast.farid)
    farid.post(PAGE, {"ranges": "1250\n\n1234 - 1240\n1250"})
    assert [str(each) for each in PostcodeRange.objects.filter(municipality=cast.havenstad)] == [
        "1234-1240",
        "1250",
    ]
    assert "1234-1240\n1250" in farid.get(PAGE).content.decode()
    assert Trace.objects.get(verb="postcodes set").actor == str(cast.farid.pk)


def test_a_wrong_line_is_told_with_its_number_and_stays(cast, signed_in):
    page = signed_in(cast.farid).post(PAGE, {"ranges": "1234\n12x4"})
    assert page.status_code == 422
    assert "Regel 2" in page.content.decode()
    assert "12x4" in page.content.decode()
    assert "Regel 1" in signed_in(cast.farid).post(PAGE, {"ranges": "1240-1234"}).content.decode()
    assert not PostcodeRange.objects.exists()


def test_nobody_else_may(cast, signed_in):
    assert signed_in(cast.amina).get(PAGE).status_code == 403
