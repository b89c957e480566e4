"""The words of the page for data users: endpoints and parameters, each in one line."""

ENDPOINTS = (
    ("/", "Which version of the standard this is."),
    ("/services", "All services that the public may see, a page at a time."),
    ("/services/{id}", "One service with everything that belongs to it."),
    ("/service_at_locations", "Services at their places."),
    ("/service_at_locations/{id}", "One service at one place, with everything."),
    ("/organizations", "Those that give the services."),
    ("/organizations/{id}", "One of them, with its identifiers and its services."),
    ("/taxonomies", "The lists of words that services are sorted by."),
    ("/taxonomies/{id}", "One list with its terms."),
    ("/taxonomy_terms", "The terms of all lists."),
    ("/taxonomy_terms/{id}", "One term."),
)

PARAMETERS = (
    ("page, per_page", "Which page, and how many a page: 20 unless told, 100 at most. perPage works too."),  # noqa: E501
    ("format", "json, or ndjson: everything at once, one object a line."),
    ("search", "Words."),
    ("full", "true: everything that belongs to each entry of a list."),
    ("minimal", "true: only id and modified_date of each service, all in one answer."),
    ("full_service", "true: whole services within organizations."),
    ("modified_after", "Changed at or after a time such as 2026-11-22T10:00:00Z."),
    ("organization_id, taxonomy_id, taxonomy_term_id", "Services of an organization, or with a term."),  # noqa: E501
    ("postcode", "Services for people who live there: by the area each covers, or near it when none is known."),  # noqa: E501
    ("proximity", "Only places within so many metres of the postcode."),
    ("minimum_age, maximum_age", "Services whose youngest age is at least this; whose oldest age is at most this."),  # noqa: E501
    ("day, start_time, end_time", "Services with a session on a day such as MO that begins no earlier and ends no later."),  # noqa: E501
    ("parent_id, top_only", "Terms below another; terms below none."),
)  # fmt: skip
