"""What stands about somebody in cases, for who asks to see it (inzage). Who leads the case looks, and gives the parts."""
