        foreach ($connection in $made) {
            Disconnect-ExchangeOnline -ConnectionId ([string] $connection.ConnectionId) -Confirm:$false
        }
