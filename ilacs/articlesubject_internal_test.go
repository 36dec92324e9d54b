package ilacs

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The reasons for which a text is no article about a visit.
func TestWhyNoArticle(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Ofsted inspected services for special educational needs in Barnet. Families wait. Social care must help, and so must schools.": "about special educational needs",
		"Ofsted visited a children's home in Barnet. Staff were kind. Social care was told of it.":                                      "about a children's home",
		"Ofsted made a monitoring visit to a primary school in Barnet. Pupils do well. Referrals to social care are prompt.":            "about a school",
		"Thank you for our annual conversation about children's services. Ofsted met you in May. You are proud of your staff.":          "about an annual conversation, which is no inspection or visit",
		"Ofsted will visit children's services in Barnet. Staff are ready. Leaders are proud of them.":                                  "names no inspection or visit that it is about",
		"Ofsted made a focused visit to our children's services. Staff were ready. Leaders are proud of them.":                          "names no council",
		"Ofsted visited Bury's children's services. Ofsted visited Luton's children's services. Both did well.":                         "about several councils",
		"Ofsted made a focused visit to children's services in Barnet. Staff were ready. Leaders are proud of them.":                    "",
		"Pupils sang for Ofsted. Barnet was inspected in May. Its children's services are good.":                                        "",
		"Pupils sang for Ofsted. Barnet was inspected in May. Its children's services are good. A headteacher was pleased.":             "about a school",
		"The weather was fine in Barnet. Staff were ready. Leaders are proud of them.":                                                  "",
	} {
		doc, err := Parser{}.prepare(s)
		require.NoError(t, err)
		_, why := doc.article(nil)
		assert.Equal(t, want, why, s)
	}
}
