/** From a design to an instance: its configuration as YAML, and a script that makes it. */
import { fileNameOf } from '../../bundle/index.ts'
import { rootImage } from '../plain/image.ts'
import type { Saying } from '../plain/saying.ts'
import type { PlainTarget } from '../plain/writer.ts'
import { documentsText } from '../yaml/documents.ts'
import { sayConfig } from './config.ts'
import { sayDisks } from './disks.ts'
import { sayHostDevices } from './host-devices.ts'
import { Instance } from './instance.ts'
import { sayNetwork } from './network.ts'
import { options } from './options.ts'
import { sayRaw } from './raw.ts'
import { byRaw, reasons, usual } from './reasons.ts'
import { scriptText } from './script.ts'

type Options = typeof options

export const incusTarget: PlainTarget<Options> = {
  id: 'incus',
  name: 'Incus',
  options,
  usual,
  reasons,
  byHand: byRaw,
  beside: {
    image: 'fetched',
    checksum: true,
    cloudInit: true,
    autostart: true,
    forwards: true,
    snapshot: '`incus snapshot create` takes one.',
  },
  say,
}

function say(saying: Saying<Options>) {
  const instance = new Instance(saying)
  sayConfig(instance)
  const image = rootImage(saying.resolved)
  sayDisks(instance, image)
  sayNetwork(instance)
  sayHostDevices(instance)
  sayRaw(instance)
  const { text, lines } = documentsText([instance.object()], (_, way) => instance.placeOf(way))
  const name = fileNameOf(saying.resolved.design.name)
  return [
    {
      name: 'instance.yaml',
      about: 'the instance, its devices and what cloud-init is told',
      language: 'yaml' as const,
      text,
      lines,
    },
    {
      name: 'create.sh',
      about: 'makes the instance of its image: sh create.sh',
      language: 'shell' as const,
      text: scriptText(instance, image, name),
      executable: true as const,
    },
  ]
}
