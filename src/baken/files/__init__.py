"""Files: what people send along (bijlagen): photos, PDFs and sound.

What a file is, is read from its content and never from its name. A photo is drawn anew, so that place, device and
whatever hangs behind it are gone; a PDF and a sound stay as they are. Knows no reports: a room that keeps files makes
its own table from `StoredFile`. Nothing is ever shown in the page; a file can only be fetched.
"""
