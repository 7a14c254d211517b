"""The rule that `iepaudit rules new` prints."""

SKELETON = """\
schema: 1
rules:
  - id: @ID
    name: @NAME
    title: What is reported, in a few words
    severity: advice          # required, gap or advice
    confidence: low           # high, medium or low
    status: preview
    since: "0.1.0"
    tags: [goals]
    authority:
      - {cite: "34 CFR 300.320(a)(2)(i)", grade: A}
    for_each: {in: 'goals[*]', as: goal}
    forbid:
      text: {of: goal.text, pattern: '\\bfor example\\b'}
    message: '{labels}: "{match}" stands in the goal.'
    suggest: 'What would satisfy the rule.'
    question: 'What could a parent ask?'
    explain: |
      Why it matters, in plain words.
    examples:
      - name: a goal that is fine
        good: {goals: [{text: "Lee will read 80 words per minute."}]}
      - name: a goal that is not
        bad: {goals: [{text: "Lee will read, for example, 80 words per minute."}]}
        expect: [{at: 'goals[0]', match: for example}]
      - name: a goal that could not be read
        review: {goals: [{text: {unclear: "cell cut at the page edge"}}]}
      - name: no goals
        not_applicable: {goals: []}
"""
