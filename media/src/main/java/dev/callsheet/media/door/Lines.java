package dev.callsheet.media.door;

import java.net.InetAddress;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Makes a client for one exchange that knows no other machines than those given to it. */
final class Lines {
    private static final int LONGEST_LINE = 16 << 10;
    private static final int MOST_HEADERS = 100;

    private final DoorSettings settings;
    private final @Nullable TlsSocketStrategy tls;
    private final String agent;

    /** @param tls null for the certificates that the platform trusts */
    Lines(DoorSettings settings, @Nullable TlsSocketStrategy tls) {
        this(settings, tls, "callsheet-media");
    }

    /** @param agent who we say that we are */
    Lines(DoorSettings settings, @Nullable TlsSocketStrategy tls, String agent) {
        this.settings = settings;
        this.tls = tls;
        this.agent = agent;
    }

    /** Redirects, cookies, logins, decoding and repeats are all off: the door does what is to be done by itself. */
    CloseableHttpClient to(List<InetAddress> machines) {
        InetAddress[] only = machines.toArray(InetAddress[]::new);
        DnsResolver names = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return only.clone();
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        Http1Config form = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        TlsSocketStrategy trusted = tls == null ? DefaultClientTlsStrategy.createDefault() : tls;
        var manager = BasicHttpClientConnectionManager.create(
                null,
                names,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, trusted)
                        .build(),
                ManagedHttpClientConnectionFactory.builder().http1Config(form).build());
        Timeout silence = Timeout.of(settings.silence());
        manager.setConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connect()))
                .setSocketTimeout(silence)
                .build());
        manager.setTlsConfig(TlsConfig.custom().setHandshakeTimeout(silence).build());
        return HttpClients.custom()
                .setConnectionManager(manager)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(silence).build())
                .setUserAgent(agent)
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }
}
