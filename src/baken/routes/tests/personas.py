"""Invented people with the outcome that the rules give when one reads them by hand.

`rules`: exactly the rules that apply, by priority. `payer`: who goes first for shelter and help. `fits`: the kinds of shelter
that fit. `call`: the first one to call. What a persona does not say stands in PLAIN.
"""

from dataclasses import dataclass, field

PLAIN = {
    "immediate_danger": False, "sexual_violence_within_days": "none", "age_certain": True, "shelter_needed": True,
    "office_hours": True, "role": "victim", "dublin": False, "willing_to_report": "undecided", "threat_or_medical": False,
    "unaccompanied": False, "stay_under_3_months": False, "detained": False, "border": False, "sex": "woman",
    "children_count": 0, "needs": ["none"], "exploitation": ["sexual"], "found_in_inspection": False,
    "exploited_abroad": False, "insured": True, "address_secret": False, "wants_return": False,
    "privileged_status": False, "no_place_found": False,
}  # fmt: skip
WITHOUT_PAPERS = {"status": "undocumented", "lawful_stay": "no"}
OUTSIDE_EU = {"status": "third_country", "lawful_stay": "no"}
EU = {"status": "eu", "lawful_stay": "yes", "has_b8_permit": False}


@dataclass(frozen=True)
class Persona:
    name: str
    said: dict
    rules: str
    payer: str
    call: str
    fits: str
    answers: dict = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "answers", {**PLAIN, **self.said})


PERSONAS = [
    Persona(
        "a Dutch woman of 32 is in danger now",
        {"age": 32, "status": "dutch", "immediate_danger": True},
        "R01 R16", "R16", "noodnummer-112", "noodbed-politie vrouwenopvang maatschappelijke-opvang begeleid-wonen",
    ),
    Persona(
        "a Dutch man of 41 has no bed at night",
        {"age": 41, "status": "dutch", "sex": "man", "office_hours": False, "willing_to_report": "yes"},
        "R02 R16 R17", "R02", "politie-0900",
        "noodbed-politie crisisopvang mannenopvang maatschappelijke-opvang begeleid-wonen",
    ),
    Persona(
        "somebody alone from abroad says to be 19, and nobody is sure",
        {"age": 19, "age_certain": False, "possibly_minor": True, "unaccompanied": True, **OUTSIDE_EU},
        "R03 R05", "R05", "veilig-thuis", "jeugdhulp-gespecialiseerd beschermde-opvang-amv",
    ),
    Persona(
        "a Dutch girl of 15 is sent out to steal",
        {"age": 15, "status": "dutch", "exploitation": ["criminal"]},
        "R04 R23", "R04", "veilig-thuis", "jeugdhulp-gespecialiseerd",
    ),
    Persona(
        "a boy of 17 from an EU country is stopped at Schiphol",
        {"age": 17, "sex": "man", "border": True, **EU},
        "R04 R13", "R04", "veilig-thuis", "jeugdhulp-gespecialiseerd",
    ),
    Persona(
        "a boy of 16 applies for asylum and is here alone",
        {"age": 16, "status": "asylum", "lawful_stay": "yes", "has_b8_permit": False, "sex": "man", "unaccompanied": True},
        "R05", "R05", "nidos", "beschermde-opvang-amv",
    ),
    Persona(
        "a child of 12 without lawful stay is here with the mother",
        {"age": 12, **OUTSIDE_EU},
        "R06", "R06", "veilig-thuis", "jeugdhulp-gespecialiseerd",
    ),
    Persona(
        "a woman of 27 without papers has not decided about the police",
        {"age": 27, **WITHOUT_PAPERS},
        "R07", "R07", "politie-0900", "cosm",
    ),
    Persona(
        "a man of 35 under Dublin was exploited abroad",
        {"age": 35, "sex": "man", "dublin": True, "exploited_abroad": True, **OUTSIDE_EU},
        "R08 R17 R28", "R08", "politie-0900", "cosm azc mannenopvang maatschappelijke-opvang",
    ),
    Persona(
        "a woman of 24 without papers reports to the police",
        {"age": 24, "willing_to_report": "yes", **WITHOUT_PAPERS},
        "R09", "R09", "politie-0900", "cosm vrouwenopvang maatschappelijke-opvang",
    ),
    Persona(
        "a woman in the reflection period cannot cooperate because of a threat",
        {"age": 30, "status": "third_country", "lawful_stay": "reflection_period", "willing_to_report": "no", "threat_or_medical": True},
        "R10", "R10", "comensha", "cosm vrouwenopvang",
    ),
    Persona(
        "a man of 50 without papers is only a witness and reports",
        {"age": 50, "sex": "man", "role": "witness", "willing_to_report": "yes", **WITHOUT_PAPERS},
        "R11 R17", "R11", "politie-0900", "maatschappelijke-opvang mannenopvang",
    ),
    Persona(
        "a woman of 22 lives in a centre of COA",
        {"age": 22, "status": "asylum", "lawful_stay": "yes", "has_b8_permit": False},
        "R12", "R12", "coa", "azc cosm",
    ),
    Persona(
        "a man of 29 is in immigration detention",
        {"age": 29, "sex": "man", "detained": True, **OUTSIDE_EU},
        "R07 R13 R17", "R07", "politie-0900", "cosm mannenopvang maatschappelijke-opvang",
    ),
    Persona(
        "a woman of 40 works here on a permit that hangs on her partner",
        {"age": 40, "status": "third_country", "lawful_stay": "yes", "has_b8_permit": False},
        "R33", "R33", "zorgcoordinator", "vrouwenopvang maatschappelijke-opvang",
    ),
    Persona(
        "a woman of 29 has a B8 permit",
        {"age": 29, "status": "third_country", "has_b8_permit": True},
        "R34 R29", "R34", "zorgcoordinator", "vrouwenopvang maatschappelijke-opvang begeleid-wonen sociale-huur",
    ),
    Persona(
        "a woman of 26 from the EU came last month",
        {"age": 26, "stay_under_3_months": True, **EU},
        "R14", "R14", "comensha", "vrouwenopvang maatschappelijke-opvang",
    ),
    Persona(
        "a man of 38 from the EU was found at work, is not insured and wants no police",
        {"age": 38, "sex": "man", "exploitation": ["labour"], "found_in_inspection": True, "insured": False, "willing_to_report": "no", **EU},
        "R15 R17 R19 R22 R25", "R15", "comensha", "mannenopvang maatschappelijke-opvang cosm arbeidsuitbuiting",
    ),
    Persona(
        "a Dutch man of 21 with a mild intellectual disability uses drugs",
        {"age": 21, "status": "dutch", "sex": "man", "needs": ["lvb", "addiction"]},
        "R16 R17 R18", "R16", "zorgcoordinator", "mannenopvang maatschappelijke-opvang begeleid-wonen omm",
    ),
    Persona(
        "a man of 33 from the EU has a very bad employer",
        {"age": 33, "sex": "man", "exploitation": ["serious_disadvantage"], **EU},
        "R15 R17 R20", "R15", "comensha", "mannenopvang maatschappelijke-opvang cosm arbeidsuitbuiting",
    ),
    Persona(
        "a Dutch mother of two must stay hidden",
        {"age": 36, "status": "dutch", "children_count": 2, "address_secret": True},
        "R16 R21 R27", "R16", "zorgcoordinator", "vrouwenopvang maatschappelijke-opvang begeleid-wonen",
    ),
    Persona(
        "a woman of 23 without papers was raped two days ago and wants no police",
        {"age": 23, "willing_to_report": "no", "sexual_violence_within_days": 2, **WITHOUT_PAPERS},
        "R22 R24", "R22", "zorgcoordinator", "vrouwenopvang maatschappelijke-opvang",
    ),
    Persona(
        "a woman of 33 from the EU wants to go home",
        {"age": 33, "wants_return": True, **EU},
        "R15 R26", "R15", "comensha", "vrouwenopvang maatschappelijke-opvang",
    ),
    Persona(
        "there is no place for a woman of 31 without papers",
        {"age": 31, "no_place_found": True, **WITHOUT_PAPERS},
        "R07 R30", "R07", "politie-0900", "cosm noodbed-politie maatschappelijke-opvang",
    ),
    Persona(
        "a woman of 45 works in the household of a diplomat",
        {"age": 45, "status": "third_country", "lawful_stay": "yes", "has_b8_permit": False, "privileged_status": True},
        "R33 R31", "R33", "zorgcoordinator", "vrouwenopvang maatschappelijke-opvang",
    ),
    Persona(
        "an adult woman of whom little is known",
        {"age": "unknown", "age_certain": False, "possibly_minor": False, "status": "unknown", "lawful_stay": "unknown"},
        "R32", "R32", "comensha", "",
    ),
]  # fmt: skip
