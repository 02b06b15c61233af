import { expect, test } from 'vitest'
import { main } from './main.ts'
import { memoryIo } from './memory-io.ts'
import { lineEdit } from './sarif.ts'

const wrong = `vms:
  web:
    # eight of them
    cpu: 8
    libvirt:
      vcpu: {current: 9}
`

const xml = `<domain type='kvm'>
  <name>web</name>
  <memory unit='GiB'>1</memory>
  <vcpu>1</vcpu>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <features><acpi/></features>
  <on_reboot>preserve</on_reboot>
  <devices><serial type='pty'/></devices>
</domain>
`

async function sarif(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const io = memoryIo(files)
  const status = await main(['check', ...argv], io)
  return { status, io }
}

test('--sarif prints a log with rules, places and edits', async () => {
  const { status, io } = await sarif({ './ci/web box.yml': wrong }, './ci/web box.yml', '--sarif')
  expect(status).toBe(1)
  const log: unknown = JSON.parse(io.printed.out)
  const uri = 'ci/web%20box.yml'
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'vmwright', rules: expect.any(Array) } },
        results: expect.arrayContaining([
          expect.objectContaining({
            ruleId: 'vcpu.current-above',
            level: 'error',
            message: { text: expect.any(String) },
            locations: [
              expect.objectContaining({
                physicalLocation: {
                  artifactLocation: { uri },
                  region: expect.objectContaining({ startLine: 6 }),
                },
              }),
            ],
            fixes: [
              {
                description: { text: expect.any(String) },
                artifactChanges: [
                  {
                    artifactLocation: { uri },
                    replacements: [
                      {
                        deletedRegion: expect.objectContaining({
                          startLine: expect.any(Number),
                          startColumn: 1,
                        }),
                        insertedContent: { text: expect.not.stringContaining('9') },
                      },
                    ],
                  },
                ],
              },
            ],
          }),
        ]),
      },
    ],
  })
  expect(io.printed.out).toContain('Source: ') // The help has where the fact is from.
})

test('--sarif=FILE writes the log and still prints the findings', async () => {
  const { io } = await sarif({ 'web.xml': xml }, 'web.xml', '--sarif=out.sarif')
  expect(io.printed.out).toMatch(/^web\.xml:7:\d+: lifecycle\.action: /m)
  const log: unknown = JSON.parse(io.files.get('out.sarif') ?? '')
  expect(log).toMatchObject({
    runs: [{ results: expect.arrayContaining([expect.objectContaining({ ruleId: 'lifecycle.action' })]) }],
  })
})

test('a command line is checked like any other input', async () => {
  const argv = 'qemu-system-x86_64 -machine q35 -m 1G -smp 2,sockets=1,cores=3,threads=1 -serial stdio\n'
  const { status, io } = await sarif({ 'run.sh': argv }, 'run.sh', '--sarif')
  expect(status).toBe(1)
  expect(io.printed.out).toContain('"ruleId"')
})

test('--json and --sarif do not share standard output', async () => {
  const { status } = await sarif({ 'web.xml': xml }, 'web.xml', '--json', '--sarif')
  expect(status).toBe(2)
})

test('an edit is the lines that differ', () => {
  expect(lineEdit('a\nb\nc\n', 'a\nc\n')).toEqual({ first: 2, end: 3, text: '' })
  expect(lineEdit('a\nc\n', 'a\nb\nc\n')).toEqual({ first: 2, end: 2, text: 'b\n' })
  expect(lineEdit('a\n', 'a\n')).toBeUndefined()
})
