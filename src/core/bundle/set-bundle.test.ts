import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { oddName, shells } from './fake-host.test-helper.ts'
import { runAllScript } from './run-all-script.ts'
import { bundleSet } from './set-bundle.ts'

const names = ['web 1', oddName, '-c']
const designs = names.map((name) => ({ name, spec: { disk_size: '10G', ssh: { port: 0 } } }))
const { files } = bundleSet('web', designs, undefined)
const textOf = (name: string) => new TextDecoder().decode(files.find((file) => file.name === name)?.bytes)

test('each VM has its folder, beside what is for all', () => {
  expect(
    files.filter(({ name }) => !name.includes('/')).map(({ name, executable }) => [name, executable]),
  ).toEqual([
    ['README.md', false],
    ['create.sh', true],
    ['destroy.sh', true],
    ['host-setup.sh', true],
    ['vm.yml', false],
  ])
  for (const name of names) expect(textOf(`${name}/create.sh`)).toContain('#!/bin/sh')
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
})

test('a name that two would have as a folder, or a file has, gets a number', () => {
  const twins = ['a/b', 'a_b', 'create.sh'].map((name) => ({ name, spec: {} }))
  const folders = bundleSet('web', twins, undefined).files.map(({ name }) => name.split('/')[0])
  expect([...new Set(folders)].slice(5)).toEqual(['a_b', 'a_b-2', 'create.sh-2'])
})

test('the scripts are as they were read', async () => {
  const two = designs.slice(0, 2).map(({ spec }, index) => ({ name: `web-${index + 1}`, spec }))
  for (const { name, bytes } of bundleSet('web', two, undefined).files)
    if (/^(README\.md|create\.sh|destroy\.sh)$/.test(name))
      await expect(new TextDecoder().decode(bytes)).toMatchFileSnapshot(`expected/set/${name}`)
})

test('shellcheck has nothing to say', ({ skip }) => {
  skip(spawnSync('shellcheck', ['--version']).error !== undefined, 'shellcheck is not installed')
  const counting = runAllScript({
    script: 'create.sh',
    folders: names,
    about: 'x',
    failed: 'y',
    counts: true,
  })
  for (const input of [textOf('create.sh'), textOf('destroy.sh'), counting])
    expect(spawnSync('shellcheck', ['-'], { input, encoding: 'utf8' }).stdout).toBe('')
})

describe.each(shells)('in %s', (shell) => {
  let place = ''
  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'vmwright-set-'))
    for (const file of ['create.sh', 'destroy.sh']) writeFileSync(path.join(place, file), textOf(file))
    for (const name of names) {
      mkdirSync(path.join(place, name))
      say(name, 'echo "$(basename "$(pwd)")" "$(basename "$0")" "$@"')
    }
  })
  afterEach(() => rmSync(place, { recursive: true, force: true }))

  function say(name: string, line: string): void {
    for (const file of ['create.sh', 'destroy.sh'])
      writeFileSync(path.join(place, name, file), `#!/bin/sh\ncd "$(dirname "$0")"\n${line}\n`, {
        mode: 0o755,
      })
  }

  function run(script: string, ...words: readonly string[]) {
    const [program = '', ...rest] = shell.split(' ')
    const ran = spawnSync(program, [...rest, path.join(place, script), ...words], { encoding: 'utf8' })
    return { status: ran.status, out: ran.stdout.split('\n').filter(Boolean), err: ran.stderr.trim() }
  }

  test('create.sh runs that of each with its words, destroy.sh from the end', () => {
    expect(run('create.sh', '--wait', '0')).toEqual({
      status: 0,
      err: '',
      out: [...names.flatMap((name) => [`== ${name}`, `${name} create.sh --wait 0`]), 'All 3 VMs are made.'],
    })
    expect(run('destroy.sh').out.filter((line) => line.startsWith('=='))).toEqual(
      names.toReversed().map((name) => `== ${name}`),
    )
  })

  test('the first that fails ends it, and is named', () => {
    say(oddName, 'exit 3')
    expect(run('create.sh')).toEqual({
      status: 3,
      err: `${oddName} could not be made; those after it were not tried.`,
      out: ['== web 1', 'web 1 create.sh', `== ${oddName}`],
    })
  })

  test('--help is that of one', () => {
    expect(run('create.sh', '--help').out).toEqual(['web 1 create.sh --help'])
  })
})
