import { expect, it } from 'vitest'
import { main } from './main.ts'
import { memoryIo } from './memory-io.ts'

const script = '#!/bin/sh\nqemu-system-x86_64 -M q35 -m 1G -display none \\\n  -seed 7\n'

it('reads a command line, told from its text, and lists what is kept for QEMU', async () => {
  const io = memoryIo({ 'start.sh': script })
  expect(await main(['convert', 'start.sh', '--to', 'xml'], io)).toBe(0)
  expect(io.printed.out).toContain("<qemu:arg value='-seed'/>")
  expect(io.printed.err).toContain('start.sh:3:3: argv.kept: kept as qemu:commandline: -seed 7')
})

it('refuses a text without QEMU in it', async () => {
  const io = memoryIo({ 'start.sh': 'ls -l' })
  expect(await main(['convert', 'start.sh', '--from', 'argv', '--to', 'yaml'], io)).toBe(1)
  expect(io.printed.err).toContain('argv.no-qemu')
})
