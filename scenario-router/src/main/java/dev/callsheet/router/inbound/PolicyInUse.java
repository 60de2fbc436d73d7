package dev.callsheet.router.inbound;

import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.policy.PolicyFile;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The policy that decides. A service without a possible policy does not start. */
@ApplicationScoped
class PolicyInUse {
    private static final Logger LOG = Logger.getLogger(PolicyInUse.class);

    @Produces
    @Singleton
    @Startup
    Policy policy(@ConfigProperty(name = "callsheet.policy.file") Optional<Path> file) {
        Policy policy = PolicyFile.load(file);
        LOG.infof("policy %s (%s)", policy.version(), policy.hash().substring(0, 12));
        return policy;
    }
}
