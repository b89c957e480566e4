"""The ways in to the forms, by who is asking. A pathway names those that lead to it."""

DOORS = {
    "me": "I am ill",
    "carer": "I look after someone",
    "bereaved": "Somebody has died",
    "professional": "I am a professional",
}
