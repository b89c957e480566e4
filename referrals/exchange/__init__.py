"""What goes to other systems and comes from them, as FHIR R4 messages shaped by BaRS."""
