"""Meeting mode (casusoverleg): plan, invite, lead several cases on one screen, and make the minutes.

Per item only those are in the room who see the case and the tracks that are discussed. What is noted, decided and agreed is
written by `casework` and stands in the case; this room only knows in which meeting it was.
"""
