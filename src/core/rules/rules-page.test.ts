import path from 'node:path'
import { expect, test } from 'vitest'
import { allRules } from './index.ts'

const page = path.resolve(import.meta.dirname, '../../../docs/rules.md')

test('docs/rules.md lists every rule', async () => {
  const words = { error: 'refused or fails', warning: 'runs with harm', advice: 'could be better' }
  const count = (severity: string) => allRules.filter((rule) => rule.severity === severity).length
  const text = [
    '# Rules',
    '',
    'What `vmwright check` and the page look for, beside what reading a file finds by itself. One file a rule in',
    '`src/core/rules`; this page is generated from them by `rules-page.test.ts` (`npx vitest run -u` writes it anew).',
    '',
    `${allRules.length} rules: ${count('error')} errors (${words.error}), ${count('warning')} warnings (${words.warning}), ${count('advice')} advice (${words.advice}).`,
    '',
    'A rule that holds for one target alone names it: `vmwright check --target` and the page speak of it there only.',
    '',
    '| code | severity | what is wrong | where the fact is from |',
    '| --- | --- | --- | --- |',
    ...allRules.map(
      ({ id, severity, target, title, source }) =>
        `| \`${id}\` | ${severity}${target === undefined ? '' : `, ${target} only`} | ${cell(title)} | ${cell(source)} |`,
    ),
    '',
  ].join('\n')
  await expect(text).toMatchFileSnapshot(page)
})

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
