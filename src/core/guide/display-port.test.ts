import { expect, test } from 'vitest'
import { readSpecs, renderArgv, resolve } from '../index.ts'
import { displayPortWords } from './display-port.ts'

test.each([
  [{ type: 'spice' }, 'no port'],
  [{ type: 'spice', autoport: 'yes' }, 'port chosen by libvirt'],
  [{ type: 'spice', autoport: 'yes', port: 5930 }, 'port chosen by libvirt'],
  [{ type: 'spice', port: -1 }, 'port chosen by libvirt'],
  [{ type: 'spice', port: 5930, autoport: 'no' }, 'port 5930'],
  [{ type: 'spice', tls_port: 5931 }, 'TLS port 5931'],
  [{ type: 'vnc' }, 'port chosen by libvirt'],
  [{ type: 'vnc', port: 5901 }, 'port 5901'],
])('%j: %s', (display, words) => {
  expect(displayPortWords(display)).toBe(words)
})

test('says of SPICE what the finding about the command line says', () => {
  const said = (graphics: string) => {
    const text = `vms:\n  g: {ram: 2G, libvirt: {devices: {graphics: [${graphics}]}}}\n`
    const findings = readSpecs(text).designs.flatMap(
      (design) => renderArgv(resolve(design, undefined, 'qemu')).findings,
    )
    return findings
      .map(({ message }) => message)
      .filter((message) => message.includes('Under libvirt it has no port'))
  }
  expect(said('{type: spice}')).toHaveLength(1)
  expect(said('{type: spice, autoport: yes}')).toEqual([])
})
