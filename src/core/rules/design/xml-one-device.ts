import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'xml.one-device',
  title: 'More than one of a device that there is one of',
  anyHypervisor: true,
  source:
    'libvirt 11.3: "only a single memory balloon device is supported", "only a single vsock device is supported"',
  *check(context) {
    // libvirt reads the devices of every <devices>.
    const isTwice =
      context.domain.devices?.memballoon !== undefined &&
      (context.domain.$rest?.children ?? []).some(
        ({ xml }) => xml.startsWith('<devices') && xml.includes('<memballoon'),
      )
    if (isTwice)
      yield {
        at: ['devices'],
        message:
          'There are two lists of devices, and a memory balloon in each. Join them, with one memory balloon.',
      }
    for (const { xml } of context.domain.devices?.$rest?.children ?? []) {
      const name = /^<(memballoon|vsock|nvram)\b/.exec(xml)?.[1]
      if (name === undefined) continue
      yield { at: ['devices', name], message: `A VM has one ${name} at most. Remove the others.` }
    }
  },
}
