import type { HostDevice, HostGroup } from '../../core/picture/index.ts'
import { openDialog } from '../dialogs.ts'
import { Button } from '../ui/index.ts'
import { t } from '../words/index.ts'

/** The kind of what is dragged: no other drop on the page takes it. */
export const hostDeviceType = 'application/x-vmwright-host-device'

export interface HostTrayProps {
  readonly groups: readonly HostGroup[]
  readonly isGiven: (device: HostDevice) => boolean
  readonly onGive: (device: HostDevice, goes: boolean) => void
}

/** The devices that stand at the host's side: each is dragged to the guest, or given by its button. */
export function HostTray({ groups, isGiven, onGive }: HostTrayProps) {
  if (groups.length === 0)
    return (
      <section className="picture__host" aria-label={t`On the host`}>
        <p className="picture__unknown">
          {t`What is on the host is not known: tell about it to give its devices to the guest.`}
          <Button size="small" onPress={() => openDialog({ kind: 'host' })}>{t`Tell about the host`}</Button>
        </p>
      </section>
    )
  return (
    <section className="picture__host" aria-label={t`On the host`}>
      <h3>{t`On the host`}</h3>
      <ul>
        {groups.map(({ title, devices }) => (
          <li key={title}>
            <span className="picture__group">{title}</span>
            <ul aria-label={title}>
              {devices.map((device) => (
                <Device key={device.id} device={device} given={isGiven(device)} onGive={onGive} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Device(props: {
  readonly device: HostDevice
  readonly given: boolean
  readonly onGive: HostTrayProps['onGive']
}) {
  const { device, given, onGive } = props
  const { id, title, details, reason } = device
  const canGo = !given && reason === undefined
  return (
    <li
      className="picture__host-device"
      data-given={given || undefined}
      draggable={canGo}
      onDragStart={(event) => {
        event.dataTransfer.setData(hostDeviceType, id)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <span className="picture__host-name">{title}</span>
      {details.map((line) => (
        <code key={line}>{line}</code>
      ))}
      {!given && reason !== undefined && <span>{reason}</span>}
      {(given || canGo) && (
        <Button
          size="small"
          aria-label={given ? t`Take ${title} back` : t`Give ${title} to the guest`}
          onPress={() => onGive(device, !given)}
        >
          {given ? t`Take back` : t`Give to the guest`}
        </Button>
      )}
    </li>
  )
}
