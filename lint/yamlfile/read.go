package yamlfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Read returns the text of a file of at most so many bytes. The error says in one line what could not be read, and why.
func Read(path string, most int64) (string, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
	case info.IsDir():
		err = errors.New("is a folder, not a file")
	case !info.Mode().IsRegular():
		err = errors.New("not a file")
	case info.Size() > most:
		err = fmt.Errorf("larger than %d MB", most>>20)
	default:
		var text []byte
		if text, err = os.ReadFile(path); err == nil {
			return string(text), nil
		}
	}
	if errors.Is(err, fs.ErrNotExist) { // systems say it in many ways
		return "", fmt.Errorf("read %s: no such file or directory: check the path", path)
	}
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err // the path is said already
	}
	return "", fmt.Errorf("read %s: %w", path, err)
}
