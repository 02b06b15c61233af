import { useMemo } from 'react'
import { formatPciAddress, mdevOffers, sriovOffers, usbIdentities } from '../../core.ts'
import { SpecField } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { type SpecPath, specPath } from '../../spec-path.ts'
import { useVmDocument } from '../../store.ts'
import { t } from '../../words/index.ts'
import { useHostDevices } from '../host-devices.ts'
import { PartPanel } from '../PartPanel.tsx'
import { GivenDevices } from './GivenDevices.tsx'
import { hostdevsPath } from './given.ts'
import { HideKvm } from './HideKvm.tsx'
import { HostSetup } from './HostSetup.tsx'
import { MdevPicker } from './MdevPicker.tsx'
import { PciListing } from './PciListing.tsx'
import { PciPicker } from './PciPicker.tsx'
import { UsbPicker } from './UsbPicker.tsx'
import { VirtualFunctions } from './VirtualFunctions.tsx'

const iommu = specPath(['libvirt', 'devices', 'iommu'])

const shows: readonly SpecPath[] = [hostdevsPath, iommu]

export function Panel() {
  const devices = useHostDevices()
  const host = useVmDocument((state) => state.host)
  const { sriov, mdev, usb, inGrid } = useMemo(() => {
    const sriov = sriovOffers(host)
    const virtual = new Set(
      sriov.flatMap(({ functions }) => functions.map(({ address }) => formatPciAddress(address))),
    )
    return {
      sriov,
      mdev: mdevOffers(host),
      usb: usbIdentities(host),
      inGrid: devices.filter(({ address }) => !virtual.has(formatPciAddress(address))),
    }
  }, [host, devices])
  return (
    <PartPanel id="hostdevs" shows={shows}>
      {devices.length === 0 ? (
        <Section
          title={t`PCI devices`}
          about={t`What can be picked is known as soon as the host’s devices are. Run this there, as any user, and paste what it prints; lspci -nnk will do as well, without the groups.`}
        >
          <PciListing />
        </Section>
      ) : (
        <PciPicker devices={inGrid} />
      )}
      {sriov.length > 0 && <VirtualFunctions offers={sriov} host={host} />}
      {mdev.length > 0 && <MdevPicker offers={mdev} />}
      {usb.length > 0 && <UsbPicker identities={usb} />}
      <Section
        title={t`Given to the guest`}
        about={t`PCI, USB, SCSI and mediated devices, each with its settings.`}
      >
        <HideKvm />
        <GivenDevices />
      </Section>
      <HostSetup />
      <Section>
        <SpecField path={iommu} label={t`IOMMU of the guest`} />
      </Section>
    </PartPanel>
  )
}
