package mapping

// FieldCount says how complete a field is: in how many rows its column gave a value, was blank, or held what had to be set aside. The three add up to
// the rows of the file that were kept; events that repeat another count among them. The zero value is no field.
type FieldCount struct {
	File      string // "deals", "history", "offers" ...
	Field     Field
	Column    string // as in the profile; empty for a constant
	Absent    bool   // the file does not have the column, which is optional or a path in JSON: every row is blank
	Given     int
	Repaired  int // of those given
	Noted     int // of those given, with a Finding but as they are
	Blank     int
	None      int // of those blank: cells that the profile says stand for none
	SetAside  int
	Liberties []Liberty // taken with those given, in the order of package normalize; nil for none
}

func (f *FieldCount) add(fate Fate) {
	switch fate {
	case Repaired:
		f.Repaired++
	case Noted:
		f.Noted++
	default:
		f.SetAside++
	}
}

// Fields counts the values of each field in the rows so far: those of the deals, then those of the history
// and of the further files, in the order of the profile.
func (m *Import) Fields() []FieldCount {
	var all []FieldCount
	if m.rowsOfDeals != nil {
		all = m.rowsOfDeals.fieldCounts(all, m.rowsOfDeals.columns)
	}
	if m.rowsOfEvents.eventRows != nil {
		all = m.rowsOfEvents.fieldCounts(all, m.rowsOfEvents.columns)
	}
	for i := range placeKeys {
		if r := m.records[1<<i]; r != nil {
			all = r.fieldCounts(all, r.columns)
		}
	}
	return all
}

func (n *notes) fieldCounts(all []FieldCount, columns []*cellReader) []FieldCount {
	for _, c := range columns {
		f := c.count
		f.Absent = f.Absent || n.rows > 0 && c.unseen(n.sheet)
		f.Liberties = c.liberties.list()
		f.Given = n.rows - f.Blank - f.SetAside
		all = append(all, f)
	}
	return all
}
