import { ownValue } from '../../../core/index.ts'
import { displayPortWords, type Path } from '../../core.ts'
import { type AddEntry, DeviceListEditor, type DeviceWords } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { vmDocument } from '../../store.ts'
import { Button } from '../../ui/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase, textAt, useSpecItems } from '../spec-values.ts'
import { VideoCard } from './VideoCard.tsx'

const video: Path = ['libvirt', 'devices', 'video']
const graphics: Path = ['libvirt', 'devices', 'graphics']

const shows: readonly Path[] = [
  ['libvirt', 'devices', 'video'],
  ['libvirt', 'devices', 'graphics'],
]

export function Panel() {
  const cards = useSpecItems(video)
  return (
    <PartPanel id="displays" shows={shows}>
      <Section title="Video card" about="The card that the guest sees and draws on.">
        {cards.length > 1 ? (
          <DeviceListEditor
            listPath={video}
            item="video card"
            icon="display"
            describe={cardWords}
            form={(path) => <VideoCard path={path} />}
          />
        ) : (
          <>
            <VideoCard path={[...video, 0]} />
            {cards.length === 1 && textAt(cards[0], 'model') !== 'none' && (
              <div>
                <Button
                  size="small"
                  icon="plus"
                  onPress={() => vmDocument.addDevice(video, { model: 'virtio' }, 'add video card')}
                >
                  Add another video card
                </Button>
              </div>
            )}
          </>
        )}
      </Section>
      <Section title="Displays" about="How the screen is seen from outside. Without one, nobody sees it.">
        <DeviceListEditor
          listPath={graphics}
          item="display"
          icon="display"
          describe={displayWords}
          main={['type', 'autoport', 'port', 'listen', 'passwd', 'keymap', 'gl']}
          add={newDisplays}
          empty="No display: the guest is reached by network or serial console"
        />
      </Section>
    </PartPanel>
  )
}

function cardWords(card: object): DeviceWords {
  const heads = textAt(card, 'heads')
  return {
    title: textAt(card, 'model') ?? 'No model yet',
    summary: phrase(
      textAt(card, 'primary') === 'true' && 'primary',
      heads !== undefined && `${heads} screens`,
      textAt(card, 'accel3d') === 'true' && '3D',
    ),
  }
}

const displayNames: Readonly<Record<string, string>> = {
  spice: 'SPICE',
  vnc: 'VNC',
  rdp: 'RDP',
  sdl: 'SDL window',
  desktop: 'Desktop window',
  'egl-headless': 'OpenGL without a screen',
  dbus: 'D-Bus',
}

function displayWords(display: object): DeviceWords {
  const type = textAt(display, 'type')
  const socket = textAt(display, 'listen', 0, 'socket') ?? textAt(display, 'socket')
  const isRemote = type === 'spice' || type === 'vnc' || type === 'rdp'
  const hasNoListener = textAt(display, 'listen', 0, 'type') === 'none'
  const port = displayPortWords({
    type,
    port: numberAt(display, 'port'),
    tls_port: numberAt(display, 'tls_port'),
    autoport: textAt(display, 'autoport'),
  })
  return {
    title: ownValue(displayNames, type ?? '') ?? 'No type yet',
    summary: phrase(
      isRemote && socket === undefined && (hasNoListener ? 'no port' : port),
      textAt(display, 'gl', 'enable') === 'yes' && 'OpenGL',
      textAt(display, 'passwd') !== undefined && 'password',
    ),
    detail: isRemote ? (socket ?? textAt(display, 'listen', 0, 'address') ?? '127.0.0.1') : undefined,
  }
}

function numberAt(display: object, key: string): number | undefined {
  const text = textAt(display, key)
  return text === undefined ? undefined : Number(text)
}

const newDisplays: readonly AddEntry[] = [
  {
    id: 'spice',
    label: 'SPICE',
    description: 'virt-viewer: clipboard, sound and USB devices of the viewer',
    value: { type: 'spice', autoport: 'yes' },
  },
  { id: 'vnc', label: 'VNC', description: 'Any VNC viewer', value: { type: 'vnc', autoport: 'yes' } },
  {
    id: 'dbus',
    label: 'D-Bus',
    description: 'A viewer on this desktop, without a network',
    value: { type: 'dbus' },
  },
  {
    id: 'sdl',
    label: 'SDL window',
    description: 'A window on this desktop; needs QEMU in the session',
    value: { type: 'sdl' },
  },
  {
    id: 'egl-headless',
    label: 'OpenGL without a screen',
    description: 'Lets VNC show what the host’s GPU draws',
    value: { type: 'egl-headless' },
  },
]
