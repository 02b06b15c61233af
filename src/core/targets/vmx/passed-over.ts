/**
 * Keys of a .vmx that mean nothing elsewhere, each with why. What is in no line of this table, and is not read, is a
 * finding. From the keys that VMware Workstation, Fusion and ESXi write, and libvirt's list of them in src/vmx/vmx.c.
 */

export interface PassedOver {
  readonly keys: RegExp
  readonly why: string
}

export const passedOver: readonly PassedOver[] = [
  {
    keys: /^(?:\.encoding|config\.version|virtualhw\.(?:version|productcompatibility)|vmx\.buildtype|migrate\.hostlog|extendedconfigfile|vmxstats\.filename|logging|vm\.genidx?|vm\.createdate|bios\.bootretry\..*|uuid\.(?:location|action)|vc\.uuid|annotation\.\w+|cleanshutdown|softpoweroff|msg\.autoanswer|deploymentplatform|virtualhw\.scheduledupgrade\..*|toolsinstallmanager\..*|policy\..*|vmotion\..*|encoding|svga\.guestbackedprimaryaware|numa\.autosize\..*|disk\.enableuuid|floppy\d\.clientdevice)$/,
    why: 'the file itself, and what the program has noted about the VM',
  },
  {
    keys: /^(?:pcibridge\d+\..*|.*\.pcislotnumber|hpet0\..*|vmci0\..*|vmcio\..*|.*\.slotinfo|acpi\..*|monitor\..*|monitor_control\..*|mainmem\..*|memtrimrate|mem\.(?:hotadd|allow.*)|vcpu\.hotadd|sched\..*|prefvmx\..*|prefvmmode|priority\..*|vmx\.\w+|vpmc\.enable|cpuid\..*|vvtd\.enable|featmask\..*|hypervisor\.cpuid\..*|snapshot\.(?:disabled|action|maxsnapshots)|numvcpus\..*|guestcpuid\..*|hostcpuid\..*|usercpuid\..*|evcompatibilitymode|checkpoint\.vmstate\.readonly|vhu\.enable|ulm\..*|nx\.enabled|tsc\..*|timetracker\..*)$/,
    why: 'places, slots and limits of its own virtual hardware, which libvirt gives anew',
  },
  {
    keys: /^(?:powertype\..*|tools\..*|time\.synchronize\..*|isolation\..*|unity\..*|gui\..*|mks\..*|svga\..*|vmware\..*|remotedisplay\..*|guestinfo\..*|guestos\.detailed\..*|guest\.commands\..*|hgfs\..*|sharedfolder\.(?:option|maxnum)|autostop|autostart|keyboard\..*|mouse\..*|vmmouse\..*|hints?\..*|inspectorwindowstate|fusion\..*|ghi\..*|rtc\..*|answer\..*|log\..*|debug|disable_acceleration|snapshot\.redonotwithparent|sound\.(?:autodetect|filename|allowguestconnectioncontrol|startconnected|opendevice)|proxyapps\..*|vnc\..*|bios\.(?:bootdelay|forcesetuponce|hddorder)|efi\..*|nvram\.mode|managedvm\..*|templatesconverted|workingdir|uilock\..*|replay\..*|restart\..*|suspend\..*|resume\..*|mem\.shar.*|ctkenabled|.*\.ctkenabled|scsi\d+\.sasworldwideidnumber|.*\.redo|.*\.writethrough|.*\.virtualssd|.*\.wakeonpcktrcv|.*\.generatedaddressoffset|ethernet\d+\.dvs\..*|.*\.linkstatepropagation\.enable|.*\.allowguestconnectioncontrol|.*\.autodetect|.*\.clientdevice|.*\.exclusive|.*\.shares|.*\.throughputcap|.*\.upt(?:compatibility|v2enabled)|usb(?:_xhci)?:\d+\..*|usb\.(?:generic\..*|restrictions\..*|vbluetooth\..*|autoconnect\.\w*|.*slot.*)|ehci:\d+\..*|displayname\..*|tablet\..*|printers\..*|floppy\d\.(?:startconnected|autodetect|guestcontrol.*))$/,
    why: 'windows, tools and habits of the program',
  },
]

/** @param key in small letters */
export function isPassedOver(key: string): boolean {
  return passedOver.some(({ keys }) => keys.test(key))
}
