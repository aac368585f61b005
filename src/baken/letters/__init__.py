"""Letters (brieven) that go out from a case: advice, a referral, a closing. What holds personal data leaves on a ground."""
