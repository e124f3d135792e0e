package main

import (
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
)

// pictured is the command whose output the README shows as a picture.
const pictured = "mtlint seeds --select quotes,garble,names,dates/ordinal-residue"

// The picture of the README shows what the command prints. -update draws it anew.
func TestPicture(t *testing.T) {
	picture, err := filepath.Abs("../../docs/seed.svg")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(filepath.Join(binaries(t), "mtlint"), append(strings.Fields(pictured)[1:], "--color", "always")...)
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if cmd.ProcessState.ExitCode() != exitFindings {
		t.Fatalf("%s: %v", pictured, err)
	}
	want := drawn("$ " + pictured + "\n" + strings.TrimRight(string(out), "\n"))
	if *update {
		if err := os.WriteFile(picture, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got, err := os.ReadFile(picture); err != nil || string(got) != want {
		t.Errorf("%s does not show what %s prints (%v); run go test ./cmd/mtlint -run TestPicture -update", picture, pictured, err)
	}
}

// The sizes of the picture, in pixels.
const (
	cellWidth, lineHeight = 8.4, 20.0
	margin                = 16.0
)

// styled is a stretch of text behind the codes of its style.
var styled = regexp.MustCompile(`\x1b\[([0-9;]*)m|[^\x1b]+`)

// inks are the colours of the ANSI codes on a light ground.
var inks = map[string]string{"2": "#6e7781", "31": "#b42334", "32": "#116329", "33": "#8a4b08", "34": "#0550ae", "36": "#1b6e75"}

// drawn returns what a terminal shows of output as SVG. Every line has the width of its columns, whatever the font.
func drawn(output string) string {
	lines := strings.Split(output, "\n")
	var body strings.Builder
	widest := 0
	for i, line := range lines {
		y, columns, style := margin+lineHeight*float64(i)+14, 0, ""
		for _, m := range styled.FindAllStringSubmatch(line, -1) {
			if strings.HasPrefix(m[0], "\x1b") {
				style = m[1]
				continue
			}
			n := displaywidth.String(m[0])
			stretch(&body, margin+cellWidth*float64(columns), y, n, style, m[0])
			columns += n
		}
		widest = max(widest, columns)
	}
	width, height := 2*margin+cellWidth*float64(widest), 2*margin+lineHeight*float64(len(lines))
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
<rect width="100%%" height="100%%" rx="6" fill="#fcfcfb"/>
%s</svg>
`, width, height, body.String())
}

// stretch draws text of so many columns in one style.
func stretch(body *strings.Builder, x, y float64, columns int, style, text string) {
	ink, weight, width := "#1f2328", "", cellWidth*float64(columns)
	for code := range strings.SplitSeq(style, ";") {
		switch code {
		case "1":
			weight = ` font-weight="bold"`
		case "7":
			fmt.Fprintf(body, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.0f\" fill=%q/>\n", x, y-14, width, lineHeight-2, inks[style[strings.LastIndexByte(style, ';')+1:]])
		default:
			if c, ok := inks[code]; ok {
				ink = c
			}
		}
	}
	if strings.HasPrefix(style, "7;") {
		ink = "#ffffff"
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	fmt.Fprintf(body, `<text x="%.1f" y="%.1f" textLength="%.1f" xml:space="preserve" fill=%q%s>`, x, y, width, ink, weight)
	_ = xml.EscapeText(body, []byte(text)) // a builder takes all
	body.WriteString("</text>\n")
}
