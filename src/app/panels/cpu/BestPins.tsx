import { useMemo, useState } from 'react'
import { bestPinning, type HostFacts, type HostTopology } from '../../core.ts'
import { specPath } from '../../spec-path.ts'
import { useSpecValue, useVmDocument, vmDocument } from '../../store.ts'
import { announce, Button, FieldGroup, NumberField, Select } from '../../ui/index.ts'
import { counted, t, translated } from '../../words/index.ts'
import { useHostDevices } from '../host-devices.ts'
import { hostdevsPath, listedAs } from '../hostdevs/given.ts'
import { useSpecItems } from '../spec-values.ts'
import { changeWords } from './best-pins-words.ts'
import { nearPlaces } from './near-places.ts'
import type { GuestThreads } from './pinned-threads.ts'

export interface BestPinsProps {
  readonly facts: HostFacts
  readonly host: HostTopology
  readonly guest: GuestThreads
}

/** The best host CPUs for a number of vCPUs, with the reason before they are taken. */
export function BestPins({ facts, host, guest }: BestPinsProps) {
  const [asked, setAsked] = useState<number>()
  const [chosen, setChosen] = useState<string>()
  const places = useNearPlaces(host)
  const near = places.find(({ value }) => value === chosen) ?? places[0]
  const count = asked ?? guest.vcpus
  const saysLibvirtVcpu = useSpecValue(specPath(['libvirt', 'vcpu', 'value'])) !== undefined
  const saysNumatune = useSpecValue(specPath(['libvirt', 'numatune'])) !== undefined
  const features = useSpecItems(specPath(['libvirt', 'cpu', 'features']))
  const answer = useMemo(
    () =>
      bestPinning({
        facts,
        vcpus: count,
        iothreads: guest.iothreads,
        saysLibvirtVcpu,
        saysNumatune,
        features,
        ...(near?.node === undefined ? {} : { nearNode: near.node }),
      }),
    [facts, count, guest.iothreads, saysLibvirtVcpu, saysNumatune, features, near?.node],
  )
  const pinning = 'pinning' in answer ? answer.pinning : undefined
  const spec = useVmDocument(({ design }) => design.spec)
  const also = pinning === undefined ? [] : changeWords(spec, pinning.changes)
  return (
    <div className="best-pins">
      <FieldGroup>
        <NumberField
          label={t`Best`}
          help={t`Whole cores that share a cache or a node, away from the emulator and the core of host CPU 0. The guest gets this number of vCPUs.`}
          unit="vCPU"
          min={1}
          placeholder={String(guest.vcpus)}
          value={count}
          onChange={setAsked}
        />
        <Select
          label={t`Near`}
          value={near?.value}
          onChange={setChosen}
          options={places}
          empty={null}
          disabledReason={places.length <= 2 && host.nodes.length <= 1 ? oneNode : undefined}
        />
      </FieldGroup>
      <p className="best-pins__reason" role="status">
        {'pinning' in answer ? translated(answer.pinning.reason) : translated(answer.finding.message)}
      </p>
      {also.length > 0 && (
        <p className="best-pins__also">{t`Also changes: ${also.join('; ')}. One undo takes all of it back.`}</p>
      )}
      <Button
        tone="primary"
        icon="cpu"
        disabled={pinning === undefined}
        onPress={() => {
          if (pinning === undefined) return
          const does = [t`pin the best ${count}`, ...also].join(', ')
          vmDocument.changeAll(pinning.changes, does)
          setAsked(undefined)
          announce(t`Pinned ${counted(count, 'vCPU')}${withTail(also)}`)
        }}
      >
        {t`Pin the best ${count}`}
      </Button>
    </div>
  )
}

function withTail(also: readonly string[]): string {
  return also.length === 0 ? '' : `; also: ${also.join('; ')}`
}

const oneNode = t`The host has one NUMA node: everything is near`

function useNearPlaces(host: HostTopology) {
  const devices = useHostDevices()
  const hostdevs = useSpecItems(hostdevsPath)
  return nearPlaces(
    host,
    hostdevs.flatMap((hostdev) => listedAs(hostdev, devices) ?? []),
  )
}
