"""Who received a package is told that something waits, without content."""

from django.core import mail

from baken.accounts.tests.make import carry_out
from baken.sharing.models import Delivery
from baken.sharing.tests.make import make_disclosure


def test_els_gets_a_mail_that_says_only_that_something_waits(cast):
    make_disclosure(cast.amina, receiver=cast.duindorp)
    assert carry_out() == 1
    [message] = mail.outbox
    assert message.to == [cast.els.email]
    number = Delivery.objects.get().number
    assert not any(word in message.subject + message.body for word in (number, "loods", "Havenstad"))
