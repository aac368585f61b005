"""As which receiver of a legal ground a kind of partner is usually known. A proposal for the form; a colleague chooses."""

USUALLY = {
    "politie-avim": "police", "kmar": "police", "om": "prosecutor", "nla": "labour-inspectorate", "veilig-thuis": "veilig-thuis",
    "zorgcoordinator": "care-coordinator", "opvang": "shelter", "comensha": "comensha", "zvh": "case-meeting",
    "fairwork": "care-partner", "fier": "care-partner", "ggd": "care-partner", "gi": "care-partner", "mma": "care-partner",
    "ske-pic": "care-partner", "jongerenwerk": "care-partner",
}  # fmt: skip
