package config

import "mtlint/lint/yamlfile"

// Add returns the text of a configuration file with a value more in one of its lists: ignore, names. Comments and all else
// stay as they are.
func (k *Known) Add(path, text, key, value string) (string, error) {
	e := yamlfile.NewEdit(path, text)
	if err := e.Add(yamlfile.List{Key: key}, yamlfile.Scalar(value)); err != nil {
		return "", err
	}
	_, err := k.Parse(path, e.Text)
	return e.Text, err
}
