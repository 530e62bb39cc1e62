package funnel

var v1 = MustModel(Definition{
	Version:   "v1",
	Effective: MustDate("2026-01-01"),
	Offers:    true,
	Stages: []StageDefinition{
		{
			Key: "prospect", Rank: Prospect,
			Goal:     "identify a possible need at a named account",
			Entry:    "account + reason to contact recorded",
			Exit:     "two-way contact with a person at the account",
			Actions:  []string{"research", "first outreach"},
			Required: []string{"account_id", "source", "owner_id", "selling_entity"},
			IfKnown:  []string{"end_customer_key"},
		},
		{
			Key: "contact", Rank: Contact,
			Goal:     "confirm there is a conversation",
			Entry:    "buyer replied / met",
			Exit:     "need stated by buyer",
			Actions:  []string{"discovery call", "stakeholder list"},
			Required: []string{"contact_role", "need_note"},
		},
		{
			Key: "qualified", Rank: Qualified,
			Goal:    "decide to invest effort",
			Entry:   "need + decision maker + time frame + budget indication confirmed by buyer; go/no-go = go",
			Exit:    "solution scope agreed as basis for an offer",
			Actions: []string{"qualification checklist", "competitor check", "collision check"},
			Required: []string{"amount", "currency", "expected_close_date", "end_customer_key", "segment", "product_group",
				"complexity"},
		},
		{
			Key: "solution", Rank: Solution,
			Goal:     "shape what will be offered",
			Entry:    "buyer takes part in scoping (demo, site visit, spec)",
			Exit:     "buyer asks for / accepts to receive an offer",
			Actions:  []string{"demo", "technical clarification", "internal review"},
			Required: []string{"scope", "delivery_feasibility", "cost_base"},
		},
		{
			Key: "offer", Rank: Offered,
			Goal:     "get a decision on a concrete offer",
			Entry:    "offer sent: number, version, price, validity",
			Exit:     "buyer reacts with change request, verbal accept, or decision",
			Actions:  []string{"follow-up rhythm (KPI J1)", "objection log"},
			Required: []string{"offer_id", "sent_at", "valid_until", "list_price", "net_price", "discount_reason"},
		},
		{
			Key: "negotiation", Rank: Negotiation,
			Goal:     "agree terms",
			Entry:    "buyer engages on price/terms/contract",
			Exit:     "both sides agree on terms",
			Actions:  []string{"concession log", "approvals"},
			Required: []string{"negotiated_terms", "approver"},
		},
		{
			Key: "commitment", Rank: Commitment,
			Goal:     "obtain the order",
			Entry:    "buyer states the decision to order (verbal / written LOI)",
			Exit:     "order/contract signed or withdrawn",
			Actions:  []string{"contract dispatch", "order check"},
			Required: []string{"order_reference_expected", "signature_date_planned"},
		},
	},
})

// V1 returns the first version of the funnel: seven stages, eight statuses, ten causes, six forecast categories. It is published, so
// it never changes.
func V1() *Model { return v1 }
