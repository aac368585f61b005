"""Who is let in to a case (toegang): by whom, to what, on which ground, until when; who could see it on a day; who asks."""
