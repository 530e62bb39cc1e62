package funnel

var v1 = MustModel(Definition{
	Version:   "v1",
	Effective: MustDate("2026-01-01"),
	Offers:    true,
	Stages: []StageDefinition{
		{
			Key: "prospect", Rank: Prospect,
			Goal:     "identify a possible need at a named account",
			Entry:    "account and reason to contact recorded",
			Exit:     "two-way contact with a person at the account",
			Actions:  []string{"research", "first outreach"},
			Required: []string{"account_id", "source", "owner_id", "selling_entity"},
			IfKnown:  []string{"end_customer_key"},
		},
		{
			Key: "contact", Rank: Contact,
			Goal:     "confirm there is a conversation",
			Entry:    "buyer replied or met us",
			Exit:     "need stated by the buyer",
			Actions:  []string{"discovery call", "stakeholder list"},
			Required: []string{"contact_role", "need_note"},
		},
		{
			Key: "qualified", Rank: Qualified,
			Goal:    "decide to invest effort",
			Entry:   "need, decision maker, time frame and budget indication confirmed by the buyer; go/no-go is go",
			Exit:    "solution scope agreed as the basis for an offer",
			Actions: []string{"qualification checklist", "competitor check", "collision check"},
			Required: []string{"amount", "expected_close_date", "end_customer_key", "segment", "product_group",
				"complexity"},
		},
		{
			Key: "solution", Rank: Solution,
			Goal:     "shape what will be offered",
			Entry:    "buyer takes part in scoping: demo, site visit or specification",
			Exit:     "buyer asks for an offer or accepts to receive one",
			Actions:  []string{"demo", "technical clarification", "internal review"},
			Required: []string{"scope", "delivery_feasibility", "cost_base"},
		},
		{
			Key: "offer", Rank: Offered,
			Goal:     "get a decision on a concrete offer",
			Entry:    "offer sent with number, version, price and validity",
			Exit:     "buyer reacts with a change request, a verbal acceptance or a decision",
			Actions:  []string{"follow-up rhythm", "objection log"},
			Required: []string{"offer_id", "sent_at", "valid_until", "list_price", "net_price", "discount_reason"},
		},
		{
			Key: "negotiation", Rank: Negotiation,
			Goal:     "agree terms",
			Entry:    "buyer engages on price, terms or contract",
			Exit:     "both sides agree on terms",
			Actions:  []string{"concession log", "approvals"},
			Required: []string{"negotiated_terms", "approver"},
		},
		{
			Key: "commitment", Rank: Commitment,
			Goal:     "obtain the order",
			Entry:    "buyer states the decision to order, verbally or by letter of intent",
			Exit:     "order or contract signed or withdrawn",
			Actions:  []string{"contract dispatch", "order check"},
			Required: []string{"order_reference_expected", "signature_date_planned"},
		},
	},
})

// V1 returns the first version of the funnel: seven stages, eight statuses, ten causes, six forecast categories. It is published, so
// it never changes.
func V1() *Model { return v1 }
