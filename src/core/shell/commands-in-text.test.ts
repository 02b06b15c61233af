import { expect, it } from 'vitest'
import { commandsInText, type Sought } from './index.ts'

/** Another program than that of the page. */
const socat: Sought = {
  name: /socat/,
  program: /^(?:.*\/)?socat$/,
  nameAndOption: /(?:^|[ \t/])socat[ \t]+-/,
  takesValue: (word) => word === '-t',
  isStart: ({ words }) => /(?:^|\/)socat$/.test(words[0]?.text ?? ''),
}

const expected = ['/usr/bin/socat', '-t', '5', '-', 'TCP:host:80']

it.each([
  ['a script', 'P=80\n/usr/bin/socat -t 5 \\\n  - "TCP:host:$P" # there'],
  ['a prompt', 'root@host:~# /usr/bin/socat -t 5 - TCP:host:80'],
  ['a comment', '# /usr/bin/socat -t 5 - TCP:host:80'],
  ['a list of processes', 'root      123  0.0 /usr/bin/socat -t 5 - TCP:host:80'],
  ['words as JSON', JSON.stringify(expected)],
  ['a container', `CMD ${JSON.stringify(expected)}`],
  ['words as YAML', expected.map((word) => `  - "${word}"`).join('\n')],
  ['a list of Python', `run(['${expected.join("', '")}'])`],
  ['/proc/PID/cmdline', `${expected.join('\0')}\0`],
])('reads the words of any program: %s', (_kind, text) => {
  const { commands } = commandsInText(text, socat)
  expect(commands.at(-1)?.words.map((word) => word.text)).toEqual(expected)
})
