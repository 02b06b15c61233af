/**
 * Keys of a .vmx that mean nothing elsewhere, each with why. What is in no line of these tables, and is not read, is a
 * finding. From the keys that VMware Workstation, Fusion and ESXi write, and libvirt's list of them in src/vmx/vmx.c.
 */

/** All keys of a device, whatever its number: `pciBridge4.functions`. */
const devices: Readonly<Record<string, string>> = {
  'pcibridge hpet vmci vmcio acpi monitor monitor_control mainmem sched prefvmx priority vmx vpmc cpuid featmask hypervisor guestcpuid hostcpuid usercpuid vhu ulm nx tsc timetracker vvtd numvcpus numa':
    'its own virtual hardware and its limits, which libvirt gives anew',
  'powertype tools time isolation unity gui mks svga vmware remotedisplay guestinfo guestos guest hgfs keyboard mouse vmmouse hint hints fusion ghi rtc answer log proxyapps vnc efi managedvm uilock replay restart suspend resume tablet printers ehci':
    'windows, tools and habits of the program',
  'toolsinstallmanager policy vmotion annotation migrate vmxstats msg':
    'what the program has noted about the VM',
}

/** The rest of a key, of any device: `ethernet0.pciSlotNumber`. */
const members: Readonly<Record<string, string>> = {
  'pcislotnumber slotinfo sasworldwideid sasworldwideidnumber generatedaddressoffset':
    'places and numbers, which libvirt gives anew',
  'redo writethrough virtualssd ctkenabled shares throughputcap wakeonpcktrcv linkstatepropagation.enable allowguestconnectioncontrol autodetect clientdevice exclusive uptcompatibility uptv2enabled startconnected guestcontrol filename filetype deviceid devicetype parent port speed':
    'habits of the program, and what is left of a device that was read or is not there',
}

/** Whole keys. */
const keys: Readonly<Record<string, string>> = {
  '.encoding config.version virtualhw.version virtualhw.productcompatibility virtualhw.scheduledupgrade.state virtualhw.scheduledupgrade.when extendedconfigfile logging vm.genid vm.genidx vm.createdate uuid.location uuid.action vc.uuid cleanshutdown softpoweroff deploymentplatform workingdir templatesconverted':
    'the file itself, and what the program has noted about the VM',
  'memtrimrate mem.hotadd mem.allowautoscaledown vcpu.hotadd prefvmmode evcompatibilitymode disk.enableuuid snapshot.disabled snapshot.action snapshot.maxsnapshots snapshot.redonotwithparent checkpoint.vmstate.readonly':
    'its own virtual hardware and its limits',
  'autostop autostart inspectorwindowstate debug disable_acceleration nvram.mode bios.bootdelay bios.forcesetuponce bios.hddorder bios.bootorder bios.bootretry.delay bios.bootretry.enabled sharedfolder.maxnum sharedfolder.option sound.autodetect sound.opendevice displayname.index ctkenabled usb.generic.allowhid usb.generic.allowlasthid usb.generic.allowccid usb.generic.autoconnect usb.generic.pluginaction usb.restrictions.defaultallow usb.vbluetooth.startconnected':
    'windows, tools and habits of the program',
}

function wordsOf(table: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.keys(table).flatMap((words) => words.split(' ')))
}

const ofDevices = wordsOf(devices)
const ofMembers = wordsOf(members)
const whole = wordsOf(keys)

/** @param key in small letters */
export function isPassedOver(key: string): boolean {
  const dot = key.indexOf('.', 1)
  const device = dot === -1 ? key : key.slice(0, dot)
  const family = /^[^\d:]+/.exec(device)?.[0] ?? ''
  const member = dot === -1 ? '' : key.slice(dot + 1)
  const isOfSwitch = family === 'ethernet' && member.startsWith('dvs.')
  // What hangs on a port of USB: a hub, a mouse.
  const isOnPort = family.startsWith('usb') && device.includes(':')
  return (
    whole.has(key) ||
    ofDevices.has(device) ||
    ofDevices.has(family) ||
    (member !== '' && ofMembers.has(member)) ||
    isOfSwitch ||
    isOnPort
  )
}
