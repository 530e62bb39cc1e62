package funnel

// Variant is what one source can express of a model: a region may omit stages, and its CRM may know fewer statuses. What it cannot
// express is missing, not zero. It is immutable; a nil Variant and the zero value express everything.
type Variant struct {
	stages                 [4]uint64
	statuses               uint16
	someStages, someStatus bool
}

// NewVariant returns the variant with these stages and statuses; an empty list stands for all.
func NewVariant(stages []Stage, statuses []Status) *Variant {
	v := &Variant{someStages: len(stages) > 0, someStatus: len(statuses) > 0}
	for _, s := range stages {
		v.stages[s/64] |= 1 << (s % 64)
	}
	for _, s := range statuses {
		v.statuses |= 1 << s
	}
	return v
}

// HasStage tells whether the source has this stage.
func (v *Variant) HasStage(s Stage) bool {
	return v == nil || !v.someStages || v.stages[s/64]&(1<<(s%64)) != 0
}

// HasStatus tells whether the source can say this status.
func (v *Variant) HasStatus(s Status) bool {
	return v == nil || !v.someStatus || v.statuses&(1<<s) != 0
}
