/** The package as somebody installs it who wants the command or the library: by itself, without the network. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
let folder = ''
let project = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vmwright-package-'))
  project = path.join(folder, 'project')
  mkdirSync(project)
  // What was built is what is packed: the build ran before the tests.
  run(root, 'npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder)
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  writeFileSync(path.join(project, 'package.json'), '{ "private": true, "type": "module" }')
  run(project, 'npm', 'install', '--offline', '--no-audit', '--no-fund', path.join(folder, packed))
}, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function run(cwd: string, program: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd, encoding: 'utf8' })
  expect(status, `${program} ${args.join(' ')}\n${stdout}${stderr}`).toBe(0)
  return stdout
}

test('brings nothing along, and no page', () => {
  const modules = path.join(project, 'node_modules')
  expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual(['vmwright'])
  expect(readdirSync(path.join(modules, 'vmwright/dist')).toSorted()).toEqual(['cli', 'lib'])
})

test('has the command', () => {
  writeFileSync(path.join(project, 'vm.yml'), 'vms:\n  small: { ram: 2G }\n')
  expect(run(project, 'npx', '--offline', 'vmwright', 'convert', 'vm.yml', '--to', 'xml')).toContain(
    "<memory unit='MiB'>2048</memory>",
  )
})

test('has the library with types that need nobody else’s', () => {
  writeFileSync(
    path.join(project, 'use.ts'),
    `import { type HostFacts, readSpecs, renderXmlText, resolve, type VmSpec } from 'vmwright'
export const spec: VmSpec = { ram: '2G', libvirt: { clock: { offset: 'utc' } } }
export const host: HostFacts = { arch: 'x86_64' }
for (const design of readSpecs('vms: {small: {ram: 2G}}').designs)
  console.log(renderXmlText(resolve(design, host, 'libvirt').domain))
// @ts-expect-error There are no facts of this name.
export const wrongHost: HostFacts = { nothing: 1 }
// @ts-expect-error A size has its unit.
export const wrongSpec: VmSpec = { ram: 3 }
`,
  )
  writeFileSync(
    path.join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        module: 'nodenext',
        target: 'es2023',
        lib: ['es2024', 'dom'],
        types: [],
        skipLibCheck: false,
      },
      files: ['use.ts'],
    }),
  )
  run(project, path.join(root, 'node_modules/.bin/tsc'))
  expect(run(project, process.execPath, 'use.js')).toContain('<name>small</name>')
}, 60_000)
