package report

import (
	"cmp"
	"io"

	"mtlint/lint"
)

// Checkstyle writes the XML of Checkstyle. A file that failed has an error of the source mtlint.
type Checkstyle struct{ out *xmlStream }

// NewCheckstyle returns a reporter that writes to w.
func NewCheckstyle(w io.Writer) *Checkstyle {
	c := &Checkstyle{newXMLStream(w)}
	c.out.open("checkstyle", "version", "10.0")
	c.out.raw(">\n")
	return c
}

// Report writes the findings of one file, where it has any.
func (c *Checkstyle) Report(r *lint.Result) error {
	if len(r.Findings) == 0 && r.Err == nil {
		return nil
	}
	c.out.open("file", "name", cmp.Or(r.In, r.Path))
	c.out.raw(">\n")
	for i := range r.Findings {
		f := &r.Findings[i]
		c.out.open("error", "line", f.At.Start.Line, "column", f.At.Start.Column,
			"severity", f.Severity.String(), "message", f.Message, "source", "mtlint."+f.Rule.Name)
		c.out.raw("/>\n")
	}
	if r.Err != nil {
		c.out.open("error", "line", 1, "severity", "error", "message", r.Err.Error(), "source", "mtlint")
		c.out.raw("/>\n")
	}
	c.out.raw("</file>\n")
	return nil
}

// Finish ends the document.
func (c *Checkstyle) Finish(Run) error {
	c.out.raw("</checkstyle>\n")
	return c.out.w.Flush()
}
