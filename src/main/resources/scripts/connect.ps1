    $module = Get-Module -ListAvailable -Name ExchangeOnlineManagement | Where-Object { $_.Version.Major -ge 3 }
    if (-not $module) {
        Write-Warning 'ExchangeOnlineManagement 3 is missing: Install-Module ExchangeOnlineManagement -Scope CurrentUser'
        return
    }
    Import-Module ExchangeOnlineManagement -ErrorAction Stop

    # A connection that is there is used if it is the only one and leads to this organisation.
    $before = @(Get-ConnectionInformation | Where-Object { $_.State -eq 'Connected' })
    $made = @()
    if ($before.Count -ne 1 -or [string] $before[0].TenantID -ne $organisation) {
        $options = @{ ShowBanner = $false; ErrorAction = 'Stop' }
        if ($environment -ne '') {
            $options['ExchangeEnvironmentName'] = $environment
        }
        if ($DelegatedOrganization -ne '') {
            $options['DelegatedOrganization'] = $DelegatedOrganization
        }
        Connect-ExchangeOnline @options
        $known = @($before | ForEach-Object { [string] $_.ConnectionId })
        $made = @(Get-ConnectionInformation | Where-Object { $known -notcontains [string] $_.ConnectionId })
    }
