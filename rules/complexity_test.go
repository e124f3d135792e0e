package rules_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// maxComplexity is the most decisions that a function may hold. A rule grows by exceptions: one that is over it needs names
// for the ideas in its conditions.
const maxComplexity = 20

// TestComplexity measures the cyclomatic complexity of every function outside tests (T. J. McCabe, A Complexity Measure,
// 1976), && and || counted; a function literal is a function of its own.
func TestComplexity(t *testing.T) {
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			name, body := functionOf(n)
			if body == nil {
				return true
			}
			if c := complexity(body); c > maxComplexity {
				t.Errorf("%s: %s has a complexity of %d, at most %d may be: name the ideas in its conditions",
					files.Position(body.Pos()), name, c, maxComplexity)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// functionOf returns the name and the body of a function, none of another node.
func functionOf(n ast.Node) (string, *ast.BlockStmt) {
	switch f := n.(type) {
	case *ast.FuncDecl:
		return f.Name.Name, f.Body
	case *ast.FuncLit:
		return "the function literal", f.Body
	}
	return "", nil
}

// complexity counts the ways to branch in a body and one more, those in its function literals left out.
func complexity(body *ast.BlockStmt) int {
	n := 1
	ast.Inspect(body, func(node ast.Node) bool {
		switch x := node.(type) {
		case *ast.FuncLit:
			return false
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.CaseClause, *ast.CommClause:
			n++
		case *ast.BinaryExpr:
			if x.Op == token.LAND || x.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}
