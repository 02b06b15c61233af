import { expect, test } from 'vitest'
import { presets } from '../../presets/index.ts'
import type { Design, HostFacts } from '../core.ts'
import { designOf } from '../panels/source/read-presets.ts'
import { renderAll } from './render-all.ts'
import type { Rendered } from './rendered-types.ts'
import { receivedOf, sentOf } from './sent-rendering.ts'

/** Sends renderings one after the other, as a worker does. */
function sender() {
  let sentBefore: Rendered | undefined
  let receivedBefore: Rendered | undefined
  return (design: Design, host: HostFacts | undefined) => {
    const rendered = renderAll(design, host)
    const sent = structuredClone(sentOf(rendered, sentBefore))
    sentBefore = rendered
    receivedBefore = receivedOf(sent, design, host, receivedBefore)
    return { rendered, sent, received: receivedBefore }
  }
}

test('every preset comes as it was rendered, whatever came before it', () => {
  const send = sender()
  for (const preset of presets) {
    const design = designOf(preset)
    for (const one of [
      design,
      { ...design, name: 'renamed' },
      { ...design, spec: { ...design.spec, cpu: 3 } },
    ])
      for (const host of [undefined, { libvirt: '11.3.0', distro: 'arch' }]) {
        const { rendered, received } = send(one, host)
        expect(received).toEqual(rendered)
      }
  }
})

test('what a keystroke leaves as it was is sent once, and stays the same object', () => {
  const send = sender()
  const design: Design = { name: 'web', spec: { ram: '2G', cpu: 2 } }
  const first = send(design, undefined)
  const next = send({ ...design, spec: { ...design.spec, ram: '3G' } }, undefined)
  expect(next.sent.xml.lines).toBe('same')
  expect(next.received.xml.text).not.toBe(first.received.xml.text)
  expect(next.received.xml.lines).toBe(first.received.xml.lines)
  expect(next.received.resolved.origins).toBe(first.received.resolved.origins)
})
