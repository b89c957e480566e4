"""Build FHIR R4 message bundles as BaRS Core 1.5.0 and UK Core shape them. Pure: no database."""
