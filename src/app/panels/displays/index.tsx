import { ownValue } from '../../../core/index.ts'
import { displayPortWords } from '../../core.ts'
import { type AddEntry, DeviceListEditor, type DeviceWords } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { type ItemAt, itemAt, type SpecPath, specPath } from '../../spec-path.ts'
import { vmDocument } from '../../store.ts'
import { Button } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { useFilledIn } from '../notes.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase, useSpecItems } from '../spec-values.ts'
import { VideoCard } from './VideoCard.tsx'

const video = specPath(['libvirt', 'devices', 'video'])
const graphics = specPath(['libvirt', 'devices', 'graphics'])

type Card = ItemAt<typeof video>
type Screen = ItemAt<typeof graphics>

const shows: readonly SpecPath[] = [video, graphics]

export function Panel() {
  const cards = useSpecItems(video)
  const given = useFilledIn(['devices', 'graphics', 0])
  return (
    <PartPanel id="displays" shows={shows}>
      <Section title={t`Video card`} about={t`The card that the guest sees and draws on.`}>
        {cards.length > 1 ? (
          <DeviceListEditor
            listPath={video}
            item={t`video card`}
            icon="display"
            describe={cardWords}
            form={(path) => <VideoCard path={path} />}
          />
        ) : (
          <>
            <VideoCard path={itemAt(video, 0)} />
            {cards.length === 1 && cards[0]?.model !== 'none' && (
              <div>
                <Button
                  size="small"
                  icon="plus"
                  onPress={() => vmDocument.addDevice(video, { model: 'virtio' }, t`add video card`)}
                >{t`Add another video card`}</Button>
              </div>
            )}
          </>
        )}
      </Section>
      <Section
        title={t`Displays`}
        about={t`How the screen is seen from outside. Without one, nobody sees it.`}
      >
        <DeviceListEditor
          listPath={graphics}
          item={t`display`}
          icon="display"
          describe={displayWords}
          main={['type', 'autoport', 'port', 'listen', 'passwd', 'keymap', 'gl']}
          add={newDisplays}
          empty={given ?? t`No display: the guest is reached by network or serial console`}
        />
      </Section>
    </PartPanel>
  )
}

function cardWords({ model, primary, heads, accel3d }: Card): DeviceWords {
  return {
    title: model ?? t`No model yet`,
    summary: phrase(
      primary === true && 'primary',
      heads !== undefined && t`${heads} screens`,
      accel3d === true && '3D',
    ),
  }
}

const displayNames: Readonly<Record<string, string>> = {
  spice: 'SPICE',
  vnc: 'VNC',
  rdp: 'RDP',
  sdl: t`SDL window`,
  desktop: t`Desktop window`,
  'egl-headless': t`OpenGL without a screen`,
  dbus: 'D-Bus',
}

function displayWords({ type, listen, gl, passwd, ...display }: Screen): DeviceWords {
  const first = listen?.[0]
  const socket = first?.socket ?? display.socket
  const isRemote = type === 'spice' || type === 'vnc' || type === 'rdp'
  const hasNoListener = first?.type === 'none'
  const port = displayPortWords({ ...display, type })
  return {
    title: ownValue(displayNames, type ?? '') ?? t`No type yet`,
    summary: phrase(
      isRemote && socket === undefined && (hasNoListener ? t`no port` : port),
      gl?.enable === 'yes' && 'OpenGL',
      passwd !== undefined && 'password',
    ),
    detail: isRemote ? (socket ?? first?.address ?? '127.0.0.1') : undefined,
  }
}

const newDisplays: readonly AddEntry<Screen>[] = [
  {
    id: 'spice',
    label: t`SPICE`,
    description: t`virt-viewer: clipboard, sound and USB devices of the viewer`,
    value: { type: 'spice', autoport: 'yes' },
  },
  { id: 'vnc', label: t`VNC`, description: t`Any VNC viewer`, value: { type: 'vnc', autoport: 'yes' } },
  {
    id: 'dbus',
    label: t`D-Bus`,
    description: t`A viewer on this desktop, without a network`,
    value: { type: 'dbus' },
  },
  {
    id: 'sdl',
    label: t`SDL window`,
    description: t`A window on this desktop; needs QEMU in the session`,
    value: { type: 'sdl' },
  },
  {
    id: 'egl-headless',
    label: t`OpenGL without a screen`,
    description: t`Lets VNC show what the host’s GPU draws`,
    value: { type: 'egl-headless' },
  },
]
